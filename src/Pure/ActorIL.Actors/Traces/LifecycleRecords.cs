using System.Globalization;
using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Traces;

/// <summary>Makes records of what happens to actors.</summary>
internal static class LifecycleRecords
{
    /// <summary>The kind of a message that nobody took.</summary>
    public const string DeadLetter = "dead-letter";

    /// <summary>The kind of a crash that a test had planned.</summary>
    public const string InjectedCrash = "injected-crash";

    /// <summary>The kind of a failure that a test had planned.</summary>
    public const string InjectedFailure = "injected-failure";

    /// <summary>The kind of something taken up that was no delivery, in a run in order of arrival.</summary>
    public const string Arrived = "arrived";

    public static LifecycleRecord Of(in LifecycleEvent happened, DeliveryRecords known) =>
        new(
            NameOf(happened.Kind),
            happened.Tick,
            happened.Micro,
            happened.Actor.Value,
            known.PathOf(happened.Actor),
            happened.Detail
        );

    /// <summary>A record in words.</summary>
    public static string Text(LifecycleRecord happened) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{happened.Path} {happened.Kind} at {happened.Tick}.{happened.Micro}: {happened.Detail}"
        );

    private static string NameOf(LifecycleKind kind) =>
        kind switch
        {
            LifecycleKind.Started => "started",
            LifecycleKind.Stopped => "stopped",
            LifecycleKind.Failed => "failed",
            LifecycleKind.Resumed => "resumed",
            LifecycleKind.Restarted => "restarted",
            LifecycleKind.Escalated => "escalated",
            LifecycleKind.DeadLetter => DeadLetter,
            LifecycleKind.Arrived => Arrived,
            LifecycleKind.InjectedCrash => InjectedCrash,
            LifecycleKind.InjectedFailure => InjectedFailure,
        };
}
