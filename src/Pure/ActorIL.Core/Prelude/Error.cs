namespace ActorIL.Core.Prelude;

/// <summary>An expected failure, in the four parts every message to a user has.</summary>
/// <param name="Where">File, key, flag or actor the failure belongs to.</param>
/// <param name="Found">What was found there.</param>
/// <param name="Wanted">What would have been accepted.</param>
/// <param name="Remedy">What to do about it, as an instruction.</param>
public sealed record Error(string Where, string Found, string Wanted, string Remedy)
{
    public override string ToString() => $"{Where}: found {Found}; wanted {Wanted}. {Remedy}";
}
