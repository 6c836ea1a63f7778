namespace TradingDesk.Benchmarks.Users;

/// <summary>How the desk did for a while with so many circuits open.</summary>
/// <param name="Circuits">Open ones.</param>
/// <param name="Core">Share of one core the whole desk used.</param>
/// <param name="Kilobytes">The memory of the whole desk at the end.</param>
/// <param name="AnswerMicroseconds">The median from a command on the operators' socket through the engine's thread to its answer.</param>
/// <param name="PicturesPerSecond">Pictures each circuit was sent and acknowledged.</param>
/// <param name="BytesPerSecond">What each circuit was sent.</param>
internal sealed record UsersFigures(
    int Circuits, double Core, double Kilobytes, double AnswerMicroseconds, double PicturesPerSecond, double BytesPerSecond);
