using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>
/// Latches a kill switch in the journal of a desk that does not run: as a run of its own with one fact, chained and headed like every
/// other, so that the next start is killed from its first moment.
/// </summary>
internal static class StoppedKill
{
    /// <summary>The hold that a running desk has on its data folder; null with a sentence while one has it.</summary>
    public static DeskLock? TryHold(DeskSettings settings, out string refusal) =>
        DeskLock.TryTake(Path.Combine(settings.DataFolder, "desk"), $"data folder {settings.DataFolder}", out refusal);

    /// <summary>
    /// False with a sentence when the journal does not take the fact. The caller holds the data folder, so that no desk starts meanwhile.
    /// </summary>
    /// <param name="settings">Whose journal it is.</param>
    /// <param name="submitted">A <see cref="KillDesk"/>, or a <see cref="KillAccount"/> with its account.</param>
    /// <param name="now">What the row is stamped with.</param>
    /// <param name="refusal">Why it is not latched.</param>
    public static bool TryLatch(DeskSettings settings, SubmittedCommand submitted, Instant now, out string refusal)
    {
        if (!JournalFile.TryOpen(settings.JournalFile, settings.World, out var file, out refusal)) return false;
        if (EventOf(file!.Path, submitted, out refusal) is not { } what) return false;
        var fact = new DeskFact { Kind = FactKind.KillLatched, At = now, Command = submitted.Number, Kill = what };
        return file.TryBegin(now, DeskModes.BuildName, out refusal) && file.TryAppend(fact, submitted, out refusal);
    }

    private static KillEvent? EventOf(string journal, SubmittedCommand submitted, out string refusal)
    {
        refusal = "";
        if (submitted.Command is KillDesk desk)
            return new KillEvent { Scope = KillScope.Desk, Stage = KillStage.Cancelling, Reach = desk.Reach };
        var reach = ((KillAccount)submitted.Command).Reach;
        try
        {
            if (new JournalReader(journal).FindAccount(submitted.Account) is { } account)
                return new KillEvent { Scope = KillScope.Account, Account = account, Stage = KillStage.Cancelling, Reach = reach };
            refusal = $"The journal {journal} knows no account {submitted.Account}.";
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = fault.IsRefusal ? fault.Reason : $"The journal {journal} cannot be read: {fault.Reason}.";
        }

        return null;
    }
}
