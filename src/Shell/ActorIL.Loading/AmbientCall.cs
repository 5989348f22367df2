namespace ActorIL.Loading;

/// <summary>A use, in a plug-in's code, of something whose result depends on more than its arguments.</summary>
/// <param name="Within">The type and method that uses it, such as Maze.MazeWorld.Step.</param>
/// <param name="Used">What is used, such as System.DateTime.get_UtcNow.</param>
/// <param name="Wanted">What to use instead.</param>
/// <param name="Place">File and line, such as Maze.cs:12; empty where the plug-in has no symbols beside it.</param>
public sealed record AmbientCall(string Within, string Used, string Wanted, string Place)
{
    /// <summary>One line.</summary>
    public override string ToString() => Place.Length > 0 ? $"{Used} in {Within} ({Place})" : $"{Used} in {Within}";
}
