using System.Globalization;

namespace TradingDesk.Engine.Primitives;

/// <summary>One order of the desk: the number of the intent it came from and which of its slices it is, both from 1.</summary>
public readonly record struct OrderId(int Intent, int Slice)
{
    public static OrderId None => default;

    public bool IsNone => Intent == 0;

    /// <summary>Reads `12.2`, or `12` for the first slice.</summary>
    public static bool TryParse(string? text, out OrderId id)
    {
        id = default;
        var parts = (text ?? "").Split('.');
        if (parts.Length > 2 || !TryReadNumber(parts[0], out var intent)) return false;
        var slice = 1;
        if (parts.Length == 2 && !TryReadNumber(parts[1], out slice)) return false;
        id = new OrderId(intent, slice);
        return true;
    }

    /// <summary>The intent's number with its slice, such as `12.1`.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Intent}.{Slice}");

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
