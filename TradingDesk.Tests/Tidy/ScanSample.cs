using System.Text;

namespace TradingDesk.Tests.Tidy;

/// <summary>A type that uses others in every way the scan of assemblies must see.</summary>
internal sealed class ScanSample
{
    private readonly List<StringBuilder> _texts = [];

    [Obsolete("Only the attribute matters.", error: false)]
    public Uri? Address(Version version) =>
        _texts.Count > version.Major ? new Uri(Path.Combine("https://example.org", version.ToString())) : null;
}
