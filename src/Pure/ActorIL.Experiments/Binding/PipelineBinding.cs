using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Plugins;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>The section pipelines: stages of the catalog, by name and in order.</summary>
internal static class PipelineBinding
{
    private const int StageCountMax = 100;

    public static PipelinePlan Read(KeyReader reader, Catalog catalog) =>
        new(
            Stages(reader, "pipelines.rollouts", catalog.RolloutStage),
            Stages(reader, "pipelines.labels", catalog.LabelStage)
        );

    private static EquatableArray<PipelineStage<T>> Stages<T>(
        KeyReader reader,
        string path,
        Func<string, Result<PipelineStage<T>, Error>> find
    )
    {
        var stages = ImmutableArray.CreateBuilder<PipelineStage<T>>();
        foreach (var name in reader.Texts(path, StageCountMax))
        {
            _ = find(name)
                .Match(
                    stage =>
                    {
                        stages.Add(stage);
                        return true;
                    },
                    error =>
                    {
                        reader.Reject(path, error.Found, error.Wanted, error.Remedy);
                        return false;
                    }
                );
        }

        return new(stages.ToImmutable());
    }
}
