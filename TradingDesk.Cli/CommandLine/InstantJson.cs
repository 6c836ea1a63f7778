using System.Text.Json;
using System.Text.Json.Serialization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.CommandLine;

/// <summary>Writes a moment as ISO 8601 in India's wall time with its offset; it is never read.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The command line reads no JSON.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
