using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>One thing a scripted actor does when it gets the order that holds it.</summary>
/// <param name="Kind">What.</param>
/// <param name="To">To whom; for Spawn the name says it.</param>
/// <param name="Label">Label of the order sent, name of the child, or text of the exception.</param>
/// <param name="A">Delay, time-out, latency or credit.</param>
/// <param name="B">Period, tag or timer key.</param>
/// <param name="Nested">Acts of the order sent, or of the child's Init.</param>
internal sealed record Act(ActKind Kind, ActorId To, string Label, long A, long B, ImmutableArray<Act> Nested) : IFields<Act>
{
    public static TypeName Name => new("test-act", 1);

    public static Act Tell(ActorId to, string label, long delay = 0, params ReadOnlySpan<Act> nested) =>
        new(ActKind.Tell, to, label, delay, 0, [.. nested]);

    public static Act Ask(ActorId to, string label, long timeout, int tag, params ReadOnlySpan<Act> nested) =>
        new(ActKind.Ask, to, label, timeout, tag, [.. nested]);

    public static Act Reply(string label, long delay = 0, params ReadOnlySpan<Act> nested) =>
        new(ActKind.Reply, default, label, delay, 0, [.. nested]);

    public static Act Spawn(string name, params ReadOnlySpan<Act> init) => new(ActKind.Spawn, default, name, 0, 0, [.. init]);

    /// <summary>Spawns a supervisor: A is the directive, B the scope.</summary>
    public static Act SpawnSupervisor(string name, int directive, int scope, params ReadOnlySpan<Act> init) =>
        new(ActKind.Spawn, default, name, directive, scope, [.. init]);

    public static Act Stop(ActorId target) => new(ActKind.Stop, target, "", 0, 0, []);

    public static Act StopSelf() => new(ActKind.StopSelf, default, "", 0, 0, []);

    public static Act Throw(string text = "scripted") => new(ActKind.Throw, default, text, 0, 0, []);

    public static Act Watch(ActorId target, string label) => new(ActKind.Watch, target, label, 0, 0, []);

    /// <summary>A watch whose notice orders the watcher to fail.</summary>
    public static Act WatchToFail(ActorId target, string label) => new(ActKind.Watch, target, label, 0, 0, [Throw("in notice")]);

    public static Act Unwatch(ActorId target) => new(ActKind.Unwatch, target, "", 0, 0, []);

    public static Act Timer(int key, string label, long delay, long period = 0, params ReadOnlySpan<Act> nested) =>
        new(ActKind.SetTimer, new((ulong)period), label, delay, key, [.. nested]);

    public static Act CancelTimer(int key) => new(ActKind.CancelTimer, default, "", 0, key, []);

    public static Act Stash() => new(ActKind.Stash, default, "", 0, 0, []);

    public static Act Unstash() => new(ActKind.Unstash, default, "", 0, 0, []);

    public static Act Credit(ActorId upstream, long count) => new(ActKind.Credit, upstream, "", count, 0, []);

    public static Act Perform(string text, long latency) => new(ActKind.Perform, default, text, latency, 0, []);

    public static Act Metric(string name, long value) => new(ActKind.Metric, default, name, value, 0, []);

    public static Act Draw() => new(ActKind.Draw, default, "", 0, 0, []);

    public static Act Fields<TVisitor>(scoped ref TVisitor visitor, Act? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var kind = (int)(value?.Kind ?? default);
        var to = value?.To ?? default;
        var label = value?.Label ?? "";
        var a = value?.A ?? 0;
        var b = value?.B ?? 0;
        var nested = value?.Nested ?? [];
        visitor.Field(1, "kind", ref kind);
        AddressFields.Field(ref visitor, 2, "to", ref to);
        visitor.Field(3, "label", ref label);
        visitor.Field(4, "a", ref a);
        visitor.Field(5, "b", ref b);
        visitor.Records(6, "nested", ref nested);
        return TVisitor.Rebuilds ? new((ActKind)kind, to, label, a, b, nested) : value!;
    }
}
