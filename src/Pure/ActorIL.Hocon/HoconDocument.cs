using System.Collections.Immutable;
using ActorIL.Hocon.Resolution;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon;

/// <summary>A parsed configuration, its substitutions not replaced yet. Documents are layered, then resolved.</summary>
public sealed class HoconDocument
{
    private readonly ImmutableArray<Term> layers;

    internal HoconDocument(ImmutableArray<Term> layers, ImmutableArray<string> sources)
    {
        this.layers = layers;
        Sources = sources;
    }

    /// <summary>A document without a single key.</summary>
    public static HoconDocument Empty { get; } =
        new([new Term.Structure([], new HoconOrigin("empty configuration", Line: 0, Column: 0))], []);

    /// <summary>The texts this was read from, included files among them; what is overridden stands first.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <summary>
    /// Puts another document under this one: as if this one's fields stood after the other's in one file. So a user's
    /// file falls back to the reference, and overrides fall back to the user's file.
    /// </summary>
    public HoconDocument WithFallback(HoconDocument fallback) =>
        new([.. fallback.layers, .. layers], [.. fallback.Sources, .. Sources]);

    /// <summary>
    /// Replaces all substitutions, looking at the layers together, and what they do not define in the environment.
    /// </summary>
    /// <param name="environment">The value of a variable, or null. Called only for undefined substitutions.</param>
    public HoconResult<HoconConfig> Resolve(Func<string, string?> environment) =>
        new Materializer(layers, environment).Resolve(Sources);
}
