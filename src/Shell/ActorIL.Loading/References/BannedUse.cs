namespace ActorIL.Loading.References;

/// <summary>A use of something whose result depends on more than its arguments.</summary>
/// <param name="Use">What is used, and where.</param>
/// <param name="Wanted">What to use instead.</param>
internal sealed record BannedUse(Reference Use, string Wanted)
{
    private const string Constructor = ".ctor";

    /// <summary>Type and member, or the type alone where only that is named.</summary>
    public string Name =>
        Use.Member switch
        {
            "" => Use.Type,
            Constructor => $"new {Use.Type}",
            _ => $"{Use.Type}.{Use.Member}",
        };
}
