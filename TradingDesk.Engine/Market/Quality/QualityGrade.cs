namespace TradingDesk.Engine.Market.Quality;

/// <summary>How far a day's stored minutes can be relied on.</summary>
internal enum QualityGrade
{
    /// <summary>Nothing trades on that day, and nothing is stored of it.</summary>
    Closed,

    /// <summary>Nothing is stored of a day on which there was trading.</summary>
    Empty,

    /// <summary>Many minutes are missing, or candles stand where none can be.</summary>
    Poor,

    /// <summary>Few minutes are missing, or something is strange.</summary>
    Fair,

    /// <summary>Every minute is there and none is strange.</summary>
    Good,
}
