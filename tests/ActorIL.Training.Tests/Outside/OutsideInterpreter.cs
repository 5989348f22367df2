using ActorIL.Actors.Effects;
using ActorIL.Environments;
using ActorIL.Environments.Outside;
using ActorIL.Environments.Tests.Outside;
using ActorIL.Training.Outside;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests.Outside;

/// <summary>Performs the work of a run on a shipped environment, as if that were in another process.</summary>
/// <param name="inside">The environment.</param>
internal sealed class OutsideInterpreter(EnvironmentEntry inside)
{
    private int _count;

    /// <summary>Which works fail, counted from 1.</summary>
    public Func<int, EnvironmentWork, bool> Fails { get; init; } = static (_, _) => false;

    /// <summary>Work of these operations was performed, in order.</summary>
    public List<string> Performed { get; } = [];

    /// <summary>The plan with the environment outside.</summary>
    public static RunPlan Outside(RunPlan plan) =>
        plan with
        {
            Environment = new EnvironmentEntry(ExternalModules.Of(ModuleExchange.Identity(plan.Environment.Module))),
        };

    public Func<ExternalOutcome> Perform(IExternalOperation operation)
    {
        var work = (EnvironmentWork)operation;
        Performed.Add(work.OperationName.Name);
        var fails = Fails(++_count, work);
        return () =>
        {
            if (fails)
            {
                return new ExternalOutcome.Refused("The rope broke.");
            }

            var identity = ModuleExchange.Identity(inside.Module);
            var exchange = ModuleExchange.Of(inside.Module);
            return new ExternalOutcome.Completed(
                work.Run(work.Environment.Connected(new(identity, exchange, 64, 10_000)))
            );
        };
    }
}
