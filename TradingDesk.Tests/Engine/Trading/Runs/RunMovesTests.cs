using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading.Runs;

namespace TradingDesk.Tests.Engine.Trading.Runs;

/// <summary>Every wish in every state of a run, as a table that a person can read.</summary>
public sealed class RunMovesTests
{
    [Fact]
    public void Every_wish_in_every_state_leads_where_this_table_says()
    {
        const string Table = """
            Start    Idle:Warming Warming:- Running:- Paused:- Halted:Warming Benched:Warming Stopped:Warming Retired:-
            Pause    Idle:- Warming:Paused Running:Paused Paused:- Halted:- Benched:- Stopped:- Retired:-
            Resume   Idle:- Warming:- Running:- Paused:Running Halted:- Benched:- Stopped:- Retired:-
            Stop     Idle:- Warming:Stopped Running:Stopped Paused:Stopped Halted:Stopped Benched:Stopped Stopped:- Retired:-
            Flatten  Idle:- Warming:Paused Running:Paused Paused:Paused Halted:Halted Benched:Benched Stopped:Stopped Retired:-
            Evaluate Idle:- Warming:- Running:- Paused:- Halted:- Benched:- Stopped:- Retired:-
            Retire   Idle:Retired Warming:- Running:- Paused:- Halted:Retired Benched:Retired Stopped:Retired Retired:-
            """;

        var made = string.Join('\n', Enum.GetValues<RunAction>().Select(action => $"{action,-8} " + string.Join(' ',
            Enum.GetValues<RunState>().Select(state => $"{state}:{RunMoves.Next(state, action)?.ToString() ?? "-"}"))));

        Assert.Equal(Table.ReplaceLineEndings("\n"), made);
    }

    [Fact]
    public void Only_what_works_can_break()
    {
        var breaking = Enum.GetValues<RunState>().Where(RunMoves.CanBreak);

        Assert.Equal([RunState.Warming, RunState.Running, RunState.Paused], breaking);
    }
}
