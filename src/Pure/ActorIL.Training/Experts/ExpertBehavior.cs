using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Experts;

/// <summary>
/// Demonstrates and labels as whatever policy it was told to be: a trained one or a scripted controller.
/// </summary>
/// <param name="Environment">Which environment.</param>
internal sealed record ExpertBehavior(EnvironmentEntry Environment) : Behavior<ExpertState, ExpertMessage>
{
    /// <summary>Times that work in another process is repeated when it fails, ≥ 0.</summary>
    public int RetriesMax { get; init; }

    public override TypeName BehaviorName => new("expert", 1);

    public override ExpertState Init(in Ctx ctx, scoped ref Outbox outbox) => new(Policy: null);

    public override ExpertState Receive(
        in Ctx ctx,
        ExpertState state,
        ExpertMessage message,
        scoped ref Outbox outbox
    ) => message.Match<ExpertState, Outbox>(in ctx, state, ref outbox, Assume, Demonstrate, Label, Drove);

    private static ExpertState Assume(
        in Ctx ctx,
        ExpertState state,
        ExpertMessage.Assume request,
        scoped ref Outbox outbox
    ) => state with { Policy = request.Policy };

    private ExpertState Demonstrate(
        in Ctx ctx,
        ExpertState state,
        ExpertMessage.Demonstrate request,
        scoped ref Outbox outbox
    )
    {
        var work = Work(in ctx, state, request);
        if (Environment.Outside is not null)
        {
            var pending = state.Outside ?? PendingWorks<ExpertMessage.Demonstrate>.None;
            return state with { Outside = pending.Begin(request, work, ref outbox) };
        }

        Answer(request, work.Compute(), waitedTicks: 0, ref outbox);
        return state;
    }

    private ExpertState Drove(in Ctx ctx, ExpertState state, ExpertMessage.Drove drove, scoped ref Outbox outbox)
    {
        var (number, pending) = (drove.Result.Number, state.Outside!);
        var request = pending.Request(number);
        if (drove.Result.Value is { } demonstrations)
        {
            Answer(request, demonstrations, EnvironmentWork.LatencyTicks, ref outbox);
            return state with { Outside = pending.End(number) };
        }

        var work = Work(in ctx, state, request);
        return state with { Outside = pending.Repeat(number, drove.Result.Failure, RetriesMax, work, ref outbox) };
    }

    private DemonstrationWork Work(in Ctx ctx, ExpertState state, ExpertMessage.Demonstrate request) =>
        new(Environment, ctx.Self, Source(state), request, DemonstrationKeys.Of(ctx.Key));

    private static void Answer(
        ExpertMessage.Demonstrate request,
        Demonstrations demonstrations,
        int waitedTicks,
        scoped ref Outbox outbox
    )
    {
        var ticks = demonstrations.Trajectories.Max(static trajectory => trajectory.StepCount);
        outbox.Reply(request.ReplyTo, demonstrations, ticks - waitedTicks);
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

    public override ExpertMessage FromPerform(int tag, ExternalOutcome outcome) =>
        new ExpertMessage.Drove(WorkResult<Demonstrations>.Of(tag, outcome));

    private IPolicy Policy(ExpertState state) => PolicyResolution.Resolve(Environment, Source(state)).Require();

    private static PolicySource Source(ExpertState state) =>
        state.Policy ?? throw new InvalidOperationException("The expert was asked before it was told whom to act as.");
}
