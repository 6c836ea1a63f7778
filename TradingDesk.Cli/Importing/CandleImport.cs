using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Importing;

/// <summary>Takes files of candles into one store, as its options say.</summary>
internal sealed class CandleImport
{
    private readonly DeskFiles _files;
    private readonly Arguments _arguments;
    private readonly Instant _now;
    private readonly Instrument? _told;
    private readonly Timeframe? _timeframe;

    public CandleImport(DeskFiles files, Arguments arguments, Instant now)
    {
        (_files, _arguments, _now) = (files, arguments, now);
        if (arguments.Has("--instrument"))
        {
            var match = files.Instruments.Find(arguments["--instrument"]);
            (_told, Problem) = (match.Found, match.Problem.Length > 0 ? $"--instrument: {match.Problem}" : "");
        }

        if (!arguments.Has("--timeframe") || Problem.Length > 0) return;
        Problem = ImportTimeframe.TryRead(arguments["--timeframe"], out var timeframe);
        _timeframe = timeframe;
    }

    /// <summary>Which option cannot be; empty when all can.</summary>
    public string Problem { get; } = "";

    /// <summary>Imports one file; null with a sentence when nothing of it was.</summary>
    public ImportedFile? TryTake(string path, CancellationToken cancelled, out string refusal)
    {
        if (ImportText.TryRead(path, cancelled, out refusal) is not { } text) return null;
        if ((refusal = TryTimeframe(text, out var timeframe)).Length > 0) return null;
        if ((refusal = RefuseInstrument(text, out var named)).Length > 0) return null;
        var labelsEnd = _arguments.Has("--label") ? _arguments["--label"] == "end" : text.Form.LabelsEnd;
        var judge = new ImportJudge(_files.Calendar, symbol => named ?? _files.Instruments.Find(symbol).Found, timeframe, labelsEnd, _now);
        judge.Take(text);
        var isLabelTold = _arguments.Has("--label");
        if (!_arguments.Has("--force") && Doubt(text, judge, labelsEnd, isLabelTold) is { Length: > 0 } doubt)
        {
            refusal = $"{text.Name}: {doubt}";
            return null;
        }

        cancelled.ThrowIfCancellationRequested();
        var outcome = new RevisionOutcome();
        if (judge.Candles.Count > 0)
        {
            if (_files.TryOpen(out refusal) is not { } store) return null;
            var by = $"{Environment.UserName}, command line";
            var note = new RevisionNote(_now, text.Name, text.Hash, "import of candles", by) { Refuse = judge.Refuse };
            var rule = _arguments.Has("--replace") ? RevisionRule.Replace : RevisionRule.Correct;
            if (!CandleRevisions.TryEnter(store, note, rule, judge.Candles, out outcome, out refusal)) return null;
        }

        return new ImportedFile(text, timeframe, labelsEnd, isLabelTold, judge)
        {
            Outcome = outcome,
            NameOf = candle => _files.Instruments.TryFind(candle.Segment, candle.Token, out var instrument)
                ? instrument! : throw new InvalidOperationException("A candle of no instrument."),
        };
    }

    /// <summary>A minute or five hours and a half too early is a wrong price for every candle of the file.</summary>
    private static string Doubt(ImportText text, ImportJudge judge, bool labelsEnd, bool isLabelTold)
    {
        if (judge.Zone.Doubt() is { Length: > 0 } zone)
            return $"{zone} Write them in India's time or with their zone; --force imports them as they are.";
        var contradicted = judge.Labels.Doubt(labelsEnd);
        if (contradicted.Length > 0 && isLabelTold)
            return $"--label {(labelsEnd ? "end" : "start")} is told, but {contradicted} --force imports it as told.";
        var doubt = contradicted.Length > 0 ? contradicted : judge.Labels.Ambiguity(labelsEnd);
        return doubt.Length > 0 && !isLabelTold ? $"{text.Form.LabelRule}, but {doubt} Say which with --label." : "";
    }

    private string TryTimeframe(ImportText text, out Timeframe timeframe)
    {
        timeframe = _timeframe ?? default;
        return _timeframe is not null ? "" : ImportTimeframe.Of(text, out timeframe);
    }

    /// <summary>Whose rows they are: the option's, the file name's, or each row's own when null.</summary>
    private string RefuseInstrument(ImportText text, out Instrument? named)
    {
        named = _told;
        if (!text.Form.HasHeader)
        {
            if (_told is null) return "";
            var other = text.Rows.Select(row => row.Symbol).Distinct().FirstOrDefault(symbol => !IsTold(symbol));
            return other is null ? "" : $"{text.Name}: it has rows of {Echo.Of(other)}, and --instrument says {_told.FullName}.";
        }

        if (named is not null) return "";
        var parts = Path.GetFileNameWithoutExtension(text.Name).Split('-');
        if (parts.Length == 3 && _files.Instruments.Find($"{parts[0]}:{parts[1]}").Found is { } found) named = found;
        return named is not null ? "" : $"{text.Name}: its rows do not say whose they are; write --instrument NAME, such as NSE:NIFTY.";
    }

    /// <summary>A name the desk does not know may be the vendor's for that instrument; one it knows for another may not.</summary>
    private bool IsTold(string symbol) => (_files.Instruments.Find(symbol).Found ?? _told) == _told;
}
