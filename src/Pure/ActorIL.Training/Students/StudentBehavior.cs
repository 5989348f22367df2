using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;

namespace ActorIL.Training.Students;

/// <summary>Learns from labelled observations, once for a clone, round after round for DAgger.</summary>
/// <param name="Environment">Whose observations and actions.</param>
/// <param name="Learning">How it learns.</param>
/// <param name="WarmStart">Whether a call continues from the last one.</param>
internal sealed record StudentBehavior(EnvironmentEntry Environment, BehaviorCloningConfig Learning, bool WarmStart)
    : Behavior<DaggerState, StudentMessage>
{
    public override TypeName BehaviorName => new("student", 1);

    private PolicyArchitecture Policy { get; } =
        PolicyArchitecture
            .Create(Environment.Module.Observations, Environment.Module.Actions, Learning.Model)
            .Require();

    public override DaggerState Init(in Ctx ctx, scoped ref Outbox outbox) => new(Student: null, Round: 0);

    public override DaggerState Receive(
        in Ctx ctx,
        DaggerState state,
        StudentMessage message,
        scoped ref Outbox outbox
    ) => message.Match<DaggerState, Outbox>(in ctx, state, ref outbox, Train, Reconfigure);

    public override StudentMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        new StudentMessage.Reconfigure(string.Join(", ", changedKeys));

    /// <summary>By the configuration alone: the architecture follows from it.</summary>
    public bool Equals(StudentBehavior? other) =>
        other is not null && (Environment, Learning, WarmStart) == (other.Environment, other.Learning, other.WarmStart);

    public override int GetHashCode() => Learning.UpdateCount;

    private DaggerState Train(in Ctx ctx, DaggerState state, StudentMessage.Train request, scoped ref Outbox outbox)
    {
        var fitted = DaggerUpdate.Update(Learning, WarmStart, Policy, state, request.Data, ctx.Key);
        var snapshot = new PolicySnapshot(Learning.Model, fitted.State.Student!.Parameters, Normalizer: null);
        foreach (var point in fitted.Curve)
        {
            outbox.Metric("student.gradient_steps", point.GradientStepCount);
            outbox.Metric("student.step_loss", point.Loss);
        }

        outbox.Metric("student.loss", fitted.Loss);
        if (Learning.EpochCount > 0)
        {
            outbox.Log(NoteKind.Information, "student.epochs", Epochs(request.Data.LabelCount));
        }

        outbox.Reply(request.ReplyTo, new StudentTrained(snapshot, fitted.Loss));
        return fitted.State;
    }

    private string Epochs(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Learning.EpochCount} passes over {count} pairs: {Learning.GradientSteps(count)} gradient steps"
        );

    private static DaggerState Reconfigure(
        in Ctx ctx,
        DaggerState state,
        StudentMessage.Reconfigure message,
        scoped ref Outbox outbox
    )
    {
        outbox.Log(NoteKind.Information, "reconfigured", message.Keys);
        return state;
    }
}
