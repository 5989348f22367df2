using ActorIL.Bench.Measuring;
using ActorIL.Bench.Updates;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;

namespace ActorIL.Bench.Simulations;

/// <summary>One step of a batch of environments, as work to be timed.</summary>
internal static class VectorStepping
{
    /// <summary>Every environment one step under random actions, and what is seen then.</summary>
    public static Workload Work(string name, EnvironmentEntry entry, int count)
    {
        var environments = VectorEnvironment.Start(entry.Module, count, RngKey.Root(1));
        var random = new RandomActions(entry.Module.Actions, RngKey.Root(2));
        var actions = new float[count * environments.ActionSize];
        var observations = new float[count * environments.ObservationSize];
        var finals = new float[count * environments.ObservationSize];
        var (rewards, endings) = (new double[count], new Ending[count]);
        var step = 0L;
        return new(
            name,
            () =>
            {
                random.Fill(step++, actions);
                environments.Step(actions, rewards, endings, finals);
                environments.Observe(observations);
            }
        );
    }

    /// <summary>Only the random actions of one step.</summary>
    public static Workload Actions(string name, EnvironmentEntry entry, int count)
    {
        var random = new RandomActions(entry.Module.Actions, RngKey.Root(2));
        var actions = new float[count * entry.Module.Actions.Size];
        var step = 0L;
        return new(name, () => random.Fill(step++, actions));
    }
}
