using TradingDesk.Engine.Market.Sessions;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class CalendarFileTests
{
    private const string Exchanges = "NSE, BSE, MCX, NCDEX";
    private const string Kinds = "known, follows, shape, square-off, closed, regular, session";
    private const string Parts = "index, stocks, fno-stocks, futures, options, currency, commodities";
    private const string Certainties = "confirmed, one-source, unconfirmed";
    private const string Evening = "session,2026-11-08,2026-11-08,NSE,index stocks,open 18:00-19:00,one-source,a list,2026-11-20,why,asha";

    [Fact]
    public void Every_line_of_the_built_in_file_is_written_as_it_was_read()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream("calendar.csv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var written = CalendarFile.BuiltIn().Entries.Select(entry => entry.ToLine());

        Assert.Equal(lines.Skip(1), written);
    }

    [Fact]
    public void A_time_that_is_no_whole_minute_is_written_with_its_seconds()
    {
        var line = Evening.Replace("18:00", "18:00:05", StringComparison.Ordinal);

        CalendarFile.ReadLine(line, out var entry);

        Assert.Equal(line, entry!.ToLine());
    }

    [Theory]
    [InlineData(0, "holiday", Kinds)]
    [InlineData(1, "8 Nov 2026", "a day such as 2026-11-24")]
    [InlineData(1, "", "a day such as 2026-11-24")]
    [InlineData(2, "2026-11-31", "a day such as 2026-11-24, or nothing")]
    [InlineData(2, "2026-11-07", "a day from 2026-11-08 on")]
    [InlineData(2, "2026-12-10", "a span of at most a month")]
    [InlineData(3, "nse", Exchanges)]
    [InlineData(3, "0", Exchanges)]
    [InlineData(4, "", Parts)]
    [InlineData(4, "bonds", Parts)]
    [InlineData(4, "stocks stocks", Parts)]
    [InlineData(5, "", DayPhases.Allowed)]
    [InlineData(5, "open 9 to 5", DayPhases.Allowed)]
    [InlineData(6, "sure", Certainties)]
    [InlineData(7, "", "where the entry is from")]
    [InlineData(8, "", "when the entry was written down")]
    [InlineData(10, "", "who wrote it down")]
    public void A_cell_that_cannot_be_is_named_by_its_column_with_what_may_stand_there(int column, string cell, string allowed)
    {
        var cells = Evening.Split(',');
        cells[column] = cell;

        var problem = CalendarFile.ReadLine(string.Join(',', cells), out var entry);

        Assert.Equal($"column {CalendarFile.Header.Split(',')[column]}: '{cell}' stands there; allowed is {allowed}.", problem);
        Assert.Null(entry);
    }

    [Theory]
    [InlineData("closed", "open 09:15-15:30", "nothing")]
    [InlineData("regular", "x", "nothing")]
    [InlineData("known", "x", "nothing")]
    [InlineData("shape", "", DayPhases.Allowed)]
    [InlineData("follows", "", "the exchange it follows")]
    [InlineData("follows", "NSE", "the exchange it follows")]
    [InlineData("square-off", "", "minutes before the end, 1 to 300")]
    [InlineData("square-off", "0", "minutes before the end, 1 to 300")]
    [InlineData("square-off", "301", "minutes before the end, 1 to 300")]
    [InlineData("square-off", "+5", "minutes before the end, 1 to 300")]
    public void What_an_entry_says_must_fit_its_kind(string kind, string cell, string allowed)
    {
        var problem = CalendarFile.ReadLine($"{kind},2026-11-08,2026-11-08,NSE,stocks,{cell},confirmed,c,n,,o", out var entry);

        Assert.Equal($"column phases: '{cell}' stands there; allowed is {allowed}.", problem);
        Assert.Null(entry);
    }

    [Theory]
    [InlineData("closed,2026-11-08,2026-12-09,NSE,stocks,,confirmed,c,n,,o")]
    [InlineData("regular,2026-11-08,2026-11-08,NSE,stocks,,confirmed,c,n,why,o")]
    [InlineData("known,2026-01-01,2026-12-31,NSE,stocks,,confirmed,c,n,,o")]
    [InlineData("shape,2026-01-01,,MCX,commodities,open 09:00-23:30,unconfirmed,c,n,,o")]
    [InlineData("follows,2026-01-01,,BSE,index stocks,NSE,unconfirmed,c,n,,o")]
    [InlineData("square-off,2026-01-01,,NSE,futures,1,confirmed,c,n,,o")]
    [InlineData("square-off,2026-01-01,2026-12-31,NSE,options,300,confirmed,c,n,,o")]
    public void A_line_of_every_kind_is_read_and_written(string line)
    {
        var problem = CalendarFile.ReadLine(line, out var entry);

        Assert.Equal("", problem);
        Assert.Equal(line, entry!.ToLine());
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("regular")]
    [InlineData("session")]
    public void An_entry_of_days_must_have_an_end(string kind)
    {
        var phases = kind == "session" ? "open 18:00-19:00" : "";

        var problem = CalendarFile.ReadLine($"{kind},2026-11-08,,NSE,stocks,{phases},confirmed,c,n,,o", out _);

        Assert.Equal("column to: '' stands there; allowed is a span of at most a month.", problem);
    }

    [Fact]
    public void A_line_of_too_few_cells_says_how_many_are_needed()
    {
        var problem = CalendarFile.ReadLine("closed,2026-11-08,x", out var entry);

        Assert.Equal("3 cells stand where 11 are needed.", problem);
        Assert.Null(entry);
    }

    [Fact]
    public void A_file_of_other_columns_is_refused_whole()
    {
        var file = CalendarFile.Parse($"date,name\n{Evening}\n");

        Assert.Empty(file.Entries);
        Assert.Equal([$"line 1: the columns must be {CalendarFile.Header}."], file.Problems);
    }

    [Fact]
    public void A_file_saved_by_a_spreadsheet_is_read_and_each_problem_names_its_line()
    {
        var file = CalendarFile.Parse($"\uFEFF{CalendarFile.Header} \r\n\r\n{Evening}\r\nnonsense\r\n   \r\n{Evening}\r\n1,2");

        Assert.Equal([Evening, Evening], file.Entries.Select(entry => entry.ToLine()));
        Assert.Equal(
            ["line 4, 1 cells stand where 11 are needed.", "line 7, 2 cells stand where 11 are needed."], file.Problems);
    }
}
