using ActorIL.Core.Experience;

namespace ActorIL.Experiments.Binding;

/// <summary>The section view: that of the environment, which everybody has, and that of a student.</summary>
internal static class ViewBinding
{
    private const int FrameCountMax = 1_000;

    /// <summary>The view; whether the environment has its components is not asked here.</summary>
    /// <param name="reader">Where the section is read.</param>
    /// <param name="section">Its path.</param>
    public static ObservationView Read(KeyReader reader, string section) =>
        new(
            new(
                reader.Integers(
                    $"{section}.components",
                    Bounds.ListLengthMax,
                    0,
                    Bounds.LayerWidthMax,
                    ascending: false
                )
            ),
            reader.Switch($"{section}.previous-action"),
            reader.Integer($"{section}.frames", 1, FrameCountMax)
        );
}
