namespace ActorIL.Bench.Messages;

/// <summary>What was measured of one run.</summary>
/// <param name="MessageCount">Messages delivered.</param>
/// <param name="Seconds">Wall time of all of them.</param>
/// <param name="ExtraBytesPerMessage">Bytes allocated for each message beyond the message itself.</param>
/// <param name="Chain">The digest, which every host must agree on.</param>
public sealed record MessageFigures(long MessageCount, double Seconds, double ExtraBytesPerMessage, string Chain)
{
    public double MessagesPerSecond => MessageCount / Seconds;
}
