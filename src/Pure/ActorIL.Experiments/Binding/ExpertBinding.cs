using System.Collections.Immutable;
using ActorIL.Algorithms.Ppo;
using ActorIL.Environments;
using ActorIL.Experiments.Inputs;
using ActorIL.Plugins;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The section expert, and what depends on who the expert is.</summary>
internal static class ExpertBinding
{
    private const string Kind = "expert.kind";
    private const string Scripted = "scripted";
    private const string Given = "file";
    private const string Absent = "none";

    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="inputs">The files that are named.</param>
    /// <param name="trained">The section ppo.</param>
    /// <param name="algorithms">The algorithms there are.</param>
    /// <param name="environment">What the expert is to learn in; null where it is not known.</param>
    public static ExpertPlan Read(
        KeyReader reader,
        ImmutableArray<InputReference> inputs,
        ExpertPlan.Trained trained,
        ImmutableArray<AlgorithmEntry> algorithms,
        EnvironmentEntry? environment
    )
    {
        var kind = reader.Choice<string>(
            Kind,
            [
                .. algorithms.Select(static entry => new Choice<string>(entry.Name, entry.Name)),
                new(Scripted, Scripted),
                new(Given, Given),
                new(Absent, Absent),
            ]
        );
        var algorithm = AlgorithmBinding.Read(
            reader,
            algorithms.FirstOrDefault(entry => entry.Name == kind),
            environment
        );
        CheckFiles(reader, kind, inputs);
        return kind switch
        {
            Scripted => new ExpertPlan.Scripted(),
            Given => new ExpertPlan.Given(),
            Absent => new ExpertPlan.Absent(),
            _ => algorithm ?? trained,
        };
    }

    /// <summary>Whether the expert is a controller of the environment.</summary>
    public static bool IsScripted(ExpertPlan expert) =>
        expert.Match(trained: _ => false, scripted: _ => true, given: _ => false, absent: _ => false);

    /// <summary>Rules between the expert and what it is asked for.</summary>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="expert">Who it is.</param>
    /// <param name="demonstration">What is demonstrated.</param>
    /// <param name="isWithoutDagger">Whether nobody asks for labels.</param>
    /// <param name="students">Names of students of one's own.</param>
    public static void Check(
        KeyReader reader,
        ExpertPlan expert,
        DemonstrationPlan demonstration,
        bool isWithoutDagger,
        ImmutableArray<string> students
    )
    {
        var isAbsent = expert.Match(trained: _ => false, scripted: _ => false, given: _ => false, absent: _ => true);
        if (demonstration.Samples && IsScripted(expert))
        {
            reader.Reject(
                "demonstration.stochastic",
                "on, with a scripted controller",
                "off: a controller has no spread to sample from",
                "Set expert.noise instead."
            );
        }

        if (!isAbsent)
        {
            return;
        }

        Forbid(reader, "demonstration.counts", demonstration.Counts.Count == 0, "[]");
        Forbid(reader, "demonstration.recorded-episodes", demonstration.RecordedEpisodes == 0, "0");
        Forbid(reader, "dagger.label-counts", isWithoutDagger, "[]");
        Forbid(reader, StudentTemplate.Sections, students.IsEmpty, "{}");
        if (!demonstration.IsGiven && reader.IsSound(Kind))
        {
            reader.Reject(Kind, $"\"{Absent}\" and no data set", "something to learn from", "Set demonstration.file.");
        }
    }

    private static void Forbid(KeyReader reader, string path, bool isAbsent, string wanted)
    {
        if (!isAbsent)
        {
            reader.Reject(
                path,
                "work for an expert",
                $"{wanted}, for {Kind} is \"{Absent}\"",
                $"Set {path} = {wanted}, or choose an expert."
            );
        }
    }

    private static void CheckFiles(KeyReader reader, string kind, ImmutableArray<InputReference> inputs)
    {
        if (kind == Given && !InputBinding.Has(inputs, InputRole.Expert))
        {
            reader.Reject(
                InputReference.PathKeyOf(InputRole.Expert),
                "no file",
                "a checkpoint, as a run has them in checkpoints/",
                "Name it."
            );
        }

        foreach (var input in inputs)
        {
            var wanted = input.Role switch
            {
                InputRole.Expert => Given,
                InputRole.Start => PpoConfig.Word,
                InputRole.Demonstrations => kind,
            };
            if (wanted != kind && input.Path.Length > 0)
            {
                reader.Reject(
                    input.PathKey,
                    "a file",
                    $"none, for {Kind} is \"{kind}\"",
                    $"Set {Kind} = \"{wanted}\", or leave the file out."
                );
            }
        }
    }
}
