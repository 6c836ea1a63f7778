using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Tables;

/// <summary>
/// One column of a data table: what stands in its cells, by what it sorts, and when it may go. Made once, kept by its page.
/// </summary>
public sealed record TableColumn<TRow>(string Id, string Header)
{
    /// <summary>The cell as plain text; also what the filter searches.</summary>
    public Func<TRow, string?>? Text { get; init; }

    /// <summary>The cell as markup, where text alone does not do.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>What is said of the cell to a pointer that rests on it.</summary>
    public Func<TRow, string?>? Title { get; init; }

    /// <summary>By what the rows sort; rows without it stand last whichever way. Null: the column does not sort.</summary>
    public Func<TRow, IComparable?>? SortKey { get; init; }

    /// <summary>Set right, with figures of one width, and sorted from the greatest first.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The least width in pixels, so that changing figures do not move their neighbours.</summary>
    public int? Width { get; init; }

    /// <summary>Names the row: a header cell.</summary>
    public bool IsRowHeader { get; init; }

    /// <summary>Takes the width that the others leave and may be cut; never for figures.</summary>
    public bool IsFlexible { get; init; }

    /// <summary>Has no place on a phone.</summary>
    public bool IsWide { get; init; }

    /// <summary>On which line of a row it stands on a phone: 1 to 3. With more than one line the rows are cards there.</summary>
    public int Line { get; init; } = 1;

    /// <summary>Its header stands before its value on a card, where no header stands above it.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>Goes where the table has little width: what it says stands elsewhere too.</summary>
    public bool IsPart { get; init; }

    /// <summary>What stands below all rows, such as their sum; the page has it from elsewhere, the table adds nothing up.</summary>
    public RenderFragment? Total { get; init; }

    /// <summary>A person may hide it.</summary>
    public bool IsHideable { get; init; } = true;

    /// <summary>Hidden until a person wants it.</summary>
    public bool IsHiddenAtFirst { get; init; }

    /// <summary>The header is for the ear only, as over buttons.</summary>
    public bool IsHeaderSilent { get; init; }

    /// <summary>Holds what can be done with a row: never hidden, its header for the ear only.</summary>
    public bool IsActions { get; init; }

    public Func<TRow, string?>? Css { get; init; }

    public string ClassOf(TRow row) => $"{Classes} {Css?.Invoke(row)}".TrimEnd();

    public string Classes => string.Join(' ', Names());

    private IEnumerable<string> Names()
    {
        if (IsNumber) yield return "n";
        if (IsWide) yield return "wide";
        if (IsFlexible) yield return "flexible";
        if (IsPart) yield return "part";
        if (IsActions) yield return "acts";
        if (Line > 1) yield return Line == 2 ? "line-2" : "line-3";
    }
}
