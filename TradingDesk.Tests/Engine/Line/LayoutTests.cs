using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;

namespace TradingDesk.Tests.Engine.Line;

public sealed class LayoutTests
{
    [Fact]
    public void An_input_stays_within_two_cache_lines() => Assert.True(Unsafe.SizeOf<DeskInput>() <= 128);

    [Theory]
    [InlineData(typeof(Tick), 64)]
    [InlineData(typeof(Candle), 64)]
    [InlineData(typeof(Depth), 96)]
    [InlineData(typeof(IndicatorReadings), 96)]
    [InlineData(typeof(DeskFact), 128)]
    public void What_is_hashed_or_taped_has_its_size_and_no_byte_without_a_meaning(Type type, int bytes)
    {
        Assert.Equal(bytes, SizeOf(type));
        Assert.DoesNotContain(false, Covered(type));
    }

    /// <summary>For each byte of a struct whether a field, or a field of a field, owns it.</summary>
    private static bool[] Covered(Type type)
    {
        var covered = new bool[SizeOf(type)];
        if (type.IsPrimitive || type.IsEnum)
        {
            Array.Fill(covered, true);
            return covered;
        }

        var repeats = type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var inner = Covered(field.FieldType);
            var offset = OffsetOf(type, field);
            for (var at = 0; at < repeats * inner.Length; at++) covered[offset + at] |= inner[at % inner.Length];
        }

        return covered;
    }

    private static int OffsetOf(Type type, FieldInfo field) =>
        field.GetCustomAttribute<FieldOffsetAttribute>()?.Value ?? (int)Marshal.OffsetOf(type, field.Name);

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;
}
