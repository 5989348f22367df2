namespace ActorIL.Hocon;

/// <summary>What a user must know to repair a configuration: where, what was found and wanted, what to do.</summary>
/// <param name="Origin">The place in the file, override or environment.</param>
/// <param name="Found">What is there, as part of a sentence.</param>
/// <param name="Wanted">What would have been right, as part of a sentence.</param>
/// <param name="Remedy">One whole sentence that says what to do.</param>
public sealed record HoconError(HoconOrigin Origin, string Found, string Wanted, string Remedy)
{
    public override string ToString() => $"{Origin}: found {Found}; wanted {Wanted}. {Remedy}";
}
