using System.Collections.Immutable;

namespace ActorIL.External;

/// <summary>The Python side of the protocol, which comes inside this assembly.</summary>
public static class PythonFiles
{
    /// <summary>Server and client, which the others but the minimal one import.</summary>
    public const string Library = "actoril_env.py";

    /// <summary>CartPole on arrays.</summary>
    public const string CartPole = "cartpole_numpy.py";

    /// <summary>The protocol without any library.</summary>
    public const string Minimal = "minimal_env.py";

    /// <summary>The protocol in words, for other languages.</summary>
    public const string Protocol = "PROTOCOL.md";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> Names { get; } = [Library, CartPole, Minimal, Protocol];

    /// <summary>The text of a file.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static string Text(string name)
    {
        using var stream =
            typeof(PythonFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"{name} is none of {string.Join(", ", Names)}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
