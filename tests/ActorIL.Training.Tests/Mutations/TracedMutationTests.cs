using System.Globalization;
using System.Numerics;
using ActorIL.Testing;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>Every planted kind of non-determinism is found by verifying a trace, and named at its actor.</summary>
[Collection(MutationTests.Collection)]
public sealed class TracedMutationTests : IDisposable
{
    private const string FolderVariable = "ACTORIL_MUTATION_TRACES";

    // What depends on the timing of threads may agree by chance.
    private const int AttemptCountMax = 50;
    private const string HonestName = "honest";
    private static readonly Lazy<IReadOnlyDictionary<string, string>> OtherProcess = new(Child);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actoril-");

    public static TheoryData<string> Names => MutationTests.Names;

    /// <summary>Kinds that show when one step is run twice in a row.</summary>
    public static TheoryData<string> NamesOfUnrepeatable =>
        [
            "clock",
            "wall clock",
            "guid",
            "identity hash",
            "thread-static state",
            "static counter",
            "shared generator",
            "reused buffer",
        ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Verifying_its_trace_names_the_actor(string name)
    {
        Assert.SkipWhen(
            name == "vector width" && Vector<float>.Count == 4,
            "This processor has no vectors wider than those of the other process."
        );
        var mutation = Named(name);
        var path = Record(mutation);
        var attemptCount = name.Contains("parallel", StringComparison.Ordinal) ? AttemptCountMax : 1;
        var found = Enumerable
            .Range(0, attemptCount)
            .Select(_ =>
                MutationTrace.Verify(path, mutation.Root) ?? MutationTrace.VerifyElsewhere(path, mutation.Root)
            )
            .FirstOrDefault(finding => finding is not null);
        var sender = found?.Sender ?? OtherProcess.Value[name];
        Assert.Equal(mutation.CulpritPath, sender);
    }

    [Theory]
    [MemberData(nameof(NamesOfUnrepeatable))]
    public void Where_a_step_is_not_repeatable_running_it_twice_says_so(string name)
    {
        var mutation = Named(name);
        var found = MutationTrace.Verify(Record(mutation), mutation.Root);
        Assert.NotNull(found?.Cause);
        var step = MutationTrace.Look(mutation.Root, found.Cause.Key);
        Assert.Equal(mutation.CulpritPath, step?.Path);
        Assert.False(step!.IsDeterministic);
    }

    [Fact]
    public void A_trace_without_a_mistake_verifies_everywhere()
    {
        var honest = new Mutation(HonestName, MutationList.Honest, "");
        var path = Record(honest);
        Assert.Null(MutationTrace.Verify(path, honest.Root));
        Assert.Null(MutationTrace.VerifyElsewhere(path, honest.Root));
        Assert.Equal("identical", OtherProcess.Value[HonestName]);
    }

    [Fact(Explicit = true)]
    public void In_the_other_process_every_trace_is_verified()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        foreach (var mutation in All)
        {
            var found = MutationTrace.Verify(PathOf(folder, mutation), mutation.Root);
            ChildProcess.Report((mutation.Name, found?.Sender ?? "identical"));
        }
    }

    private static IEnumerable<Mutation> All => MutationList.All.Append(new(HonestName, MutationList.Honest, ""));

    private static IReadOnlyDictionary<string, string> Child()
    {
        var folder = Directory.CreateTempSubdirectory("actoril-");
        try
        {
            foreach (var mutation in All)
            {
                MutationTrace.Record(PathOf(folder.FullName, mutation), mutation.Root);
            }

            return ChildProcess.Run(
                typeof(TracedMutationTests),
                nameof(In_the_other_process_every_trace_is_verified),
                (FolderVariable, folder.FullName),
                ("DOTNET_PROCESSOR_COUNT", (Environment.ProcessorCount + 1).ToString(CultureInfo.InvariantCulture)),
                ("DOTNET_EnableHWIntrinsic", "0")
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Mutation Named(string name) => MutationList.All.Single(mutation => mutation.Name == name);

    private static string PathOf(string folder, Mutation mutation) => Path.Combine(folder, $"{mutation.Name}.mcap");

    private string Record(Mutation mutation)
    {
        var path = PathOf(_folder.FullName, mutation);
        MutationTrace.Record(path, mutation.Root);
        return path;
    }
}
