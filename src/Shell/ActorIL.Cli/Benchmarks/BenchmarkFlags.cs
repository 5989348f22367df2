namespace ActorIL.Cli.Benchmarks;

/// <summary>Flags of single benchmarks that `bench all` passes on to those that have them.</summary>
internal static class BenchmarkFlags
{
    public const string RepetitionsName = "--repetitions";
    public const string FigureName = "--figure";
    public const string FullName = "--full";
}
