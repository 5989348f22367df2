using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Experts;

/// <summary>
/// Demonstrates and labels as whatever policy it was told to be: a trained one or a scripted controller.
/// </summary>
/// <param name="Environment">Which environment.</param>
public sealed record ExpertBehavior(EnvironmentEntry Environment) : Behavior<ExpertState, ExpertMessage>
{
    public override TypeName BehaviorName => new("expert", 1);

    public override ExpertState Init(in Ctx ctx, scoped ref Outbox outbox) => new(Policy: null);

    public override ExpertState Receive(
        in Ctx ctx,
        ExpertState state,
        ExpertMessage message,
        scoped ref Outbox outbox
    ) => message.Match<ExpertState, Outbox>(in ctx, state, ref outbox, Assume, Demonstrate, Label);

    private static ExpertState Assume(
        in Ctx ctx,
        ExpertState state,
        ExpertMessage.Assume request,
        scoped ref Outbox outbox
    ) => new(request.Policy);

    private ExpertState Demonstrate(
        in Ctx ctx,
        ExpertState state,
        ExpertMessage.Demonstrate request,
        scoped ref Outbox outbox
    )
    {
        var budget = new EpisodeBudget(0, request.EpisodeCount) { StepCountMax = request.StepsMax };
        var (policy, key) = (Policy(state), DemonstrationKeys.Of(ctx.Key));
        var trajectories = request.Samples
            ? EpisodeRunner.Record(Environment.Module, new SamplingPilot((NetworkPolicy)policy, key), budget, key)
            : EpisodeRunner.Record(Environment.Module, policy, budget, key);
        var ticks = trajectories.Max(trajectory => trajectory.StepCount);
        outbox.Reply(request.ReplyTo, new Demonstrations(trajectories), ticks);
        return state;
    }

    private ExpertState Label(in Ctx ctx, ExpertState state, ExpertMessage.Label request, scoped ref Outbox outbox)
    {
        var policy = Policy(state);
        var count = request.Observations.Length / policy.Observations.Size;
        var labels = new float[count * policy.Actions.Size];
        policy.Act(request.Observations.AsSpan(), count, memory: [], new float[policy.WorkspaceSize(count)], labels);
        outbox.Reply(request.ReplyTo, new ExpertLabels([.. labels]));
        return state;
    }

    private IPolicy Policy(ExpertState state) =>
        state.Policy is { } source
            ? PolicyResolution.Resolve(Environment, source).Require()
            : throw new InvalidOperationException("The expert was asked before it was told whom to act as.");
}
