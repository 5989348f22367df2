using System.Text;

namespace ActorIL.Experiments;

/// <summary>Every key with its documentation and default. The text is part of this assembly.</summary>
public static class ReferenceConfiguration
{
    /// <summary>What origins and errors call it.</summary>
    public const string Name = "reference.conf";

    /// <summary>
    /// The section that all keys are in; a user's file may hold other top-level keys for substitutions.
    /// </summary>
    public const string Root = "actoril";

    /// <summary>The experiment that trains at the highest rate of steps: <see cref="ReadText(string)"/>.</summary>
    public const string ThroughputName = "cartpole-throughput.conf";

    /// <summary>The text of reference.conf.</summary>
    public static string ReadText() => ReadText(Name);

    /// <summary>The text of a configuration that is part of this assembly.</summary>
    /// <param name="name">One of the names here.</param>
    public static string ReadText(string name)
    {
        using var stream =
            typeof(ReferenceConfiguration).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
