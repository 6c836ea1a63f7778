using System.Collections;

namespace TradingDesk.Engine.Primitives;

/// <summary>A list as others than its owner see it: to be read, and walked without allocating as an interface would.</summary>
internal readonly struct ListView<T>(List<T> list) : IReadOnlyList<T>
{
    public int Count => list.Count;

    public T this[int index] => list[index];

    public List<T>.Enumerator GetEnumerator() => list.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => list.GetEnumerator();
}
