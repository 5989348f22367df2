using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.Aggrevate;
using ActorIL.Core.Fields;
using ActorIL.Environments;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Appraisals;

/// <summary>
/// Finds out what actions really cost: it goes through episodes again, tries every candidate for one step where it is
/// asked to, and lets the expert drive on to the end.
/// </summary>
/// <remarks>
/// Episodes come as keys and actions, and no environment travels: going through one again costs a thousandth of its
/// forks.
/// </remarks>
/// <param name="Environment">Which environment.</param>
/// <param name="Costs">The candidates, and how often each is tried.</param>
internal sealed record AppraiserBehavior(EnvironmentEntry Environment, AggrevateConfig Costs)
    : Behavior<AppraiserState, AppraiserMessage>
{
    /// <summary>Times that work in another process is repeated when it fails, ≥ 0.</summary>
    public int RetriesMax { get; init; }

    public override TypeName BehaviorName => new("appraiser", 1);

    public override AppraiserState Init(in Ctx ctx, scoped ref Outbox outbox) =>
        new(new AggrevateState(LabelCount: 0, ExpertStepCount: 0));

    public override AppraiserState Receive(
        in Ctx ctx,
        AppraiserState state,
        AppraiserMessage message,
        scoped ref Outbox outbox
    ) => message.Match<AppraiserState, Outbox>(in ctx, state, ref outbox, Appraise, Appraised);

    public override AppraiserMessage FromPerform(int tag, ExternalOutcome outcome) =>
        new AppraiserMessage.Appraised(WorkResult<Appraisal>.Of(tag, outcome));

    private AppraiserState Appraise(
        in Ctx ctx,
        AppraiserState state,
        AppraiserMessage.Appraise request,
        scoped ref Outbox outbox
    )
    {
        var work = new AppraisalWork(Environment, ctx.Self, Costs, request);
        return Environment.Outside is null
            ? Answer(state, request, work.Compute(), waitedTicks: 0, ref outbox)
            : state with
            {
                Outside = (state.Outside ?? PendingWorks<AppraiserMessage.Appraise>.None).Begin(
                    request,
                    work,
                    ref outbox
                ),
            };
    }

    private AppraiserState Appraised(
        in Ctx ctx,
        AppraiserState state,
        AppraiserMessage.Appraised appraised,
        scoped ref Outbox outbox
    )
    {
        var (number, pending) = (appraised.Result.Number, state.Outside!);
        var request = pending.Request(number);
        if (appraised.Result.Value is { } appraisal)
        {
            var next = state with { Outside = pending.End(number) };
            return Answer(next, request, appraisal, EnvironmentWork.LatencyTicks, ref outbox);
        }

        var work = new AppraisalWork(Environment, ctx.Self, Costs, request);
        return state with { Outside = pending.Repeat(number, appraised.Result.Failure, RetriesMax, work, ref outbox) };
    }

    private AppraiserState Answer(
        AppraiserState state,
        AppraiserMessage.Appraise request,
        Appraisal appraisal,
        int waitedTicks,
        scoped ref Outbox outbox
    )
    {
        var labels = appraisal.Labels;
        outbox.Reply(request.ReplyTo, labels, Math.Max(0, appraisal.StepCountMax - waitedTicks));
        var labelCount = labels.Labels.Length / Environment.Module.Actions.Size;
        return state with
        {
            Asked = new(state.Asked.LabelCount + labelCount, state.Asked.ExpertStepCount + labels.ExpertStepCount),
        };
    }
}
