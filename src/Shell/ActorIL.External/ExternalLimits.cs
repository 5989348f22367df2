namespace ActorIL.External;

/// <summary>How long a program outside is waited for, in seconds of the wall clock, each &gt; 0.</summary>
/// <param name="StartSeconds">From its start to its welcome.</param>
/// <param name="AnswerSeconds">For the answer to any other request.</param>
/// <param name="StopSeconds">From the request to end until it is killed.</param>
public sealed record ExternalLimits(double StartSeconds = 60, double AnswerSeconds = 60, double StopSeconds = 5);
