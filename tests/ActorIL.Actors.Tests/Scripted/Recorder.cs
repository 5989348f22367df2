using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Keeps what observers are told, as data and as text.</summary>
internal sealed class Recorder : IRunObserver
{
    private readonly SortedDictionary<ulong, string> _names = [];

    /// <summary>Every delivery, as its key, label and place.</summary>
    public List<Delivery> Deliveries { get; } = [];

    public List<LifecycleEvent> Events { get; } = [];

    public List<ObservedNote> Notes { get; } = [];

    /// <summary>Chain value after each round.</summary>
    public List<string> Chains { get; } = [];

    /// <summary>As in <c>3.1 /root/a -> /root/b: label</c>.</summary>
    public IReadOnlyList<string> Lines => [.. Deliveries.Select(Line)];

    /// <summary>As in <c>3.1 Failed /root/b Message InvalidOperationException: text</c>.</summary>
    public IReadOnlyList<string> EventLines => [.. Events.Select(EventLine)];

    public void AfterRound(in RoundReport report)
    {
        foreach (var happened in report.Events)
        {
            if (happened.Kind == LifecycleKind.Started)
            {
                _names[happened.Actor.Value] = happened.Detail;
            }

            Events.Add(happened);
        }

        foreach (var delivery in report.Deliveries)
        {
            Deliveries.Add(delivery);
        }

        foreach (var note in report.Notes)
        {
            Notes.Add(note);
        }

        Chains.Add(report.Chain.ToString());
    }

    /// <summary>The labels of what an actor was handed, in order.</summary>
    public IReadOnlyList<string> LabelsTo(ActorId actor) =>
        [
            .. Deliveries
                .Where(delivery => delivery.Key.To == actor)
                .Select(delivery => ((Order)delivery.Message!).Label),
        ];

    public IEnumerable<LifecycleEvent> Of(LifecycleKind kind) => Events.Where(happened => happened.Kind == kind);

    public string PathOf(ActorId actor) => actor.IsNone ? "-" : _names.GetValueOrDefault(actor.Value, "?");

    private string Line(Delivery delivery)
    {
        var label = delivery.Message is Order order ? order.Label : delivery.Message?.ToString();
        var (from, to) = (PathOf(delivery.SentAs.From), PathOf(delivery.Key.To));
        var time = string.Create(CultureInfo.InvariantCulture, $"{delivery.Key.Tick}.{delivery.Key.Micro}");
        return $"{time} {from} -> {to}: {label}{Again(delivery)}";
    }

    private static string Again(Delivery delivery) => delivery.Key == delivery.SentAs ? "" : " (released)";

    private string EventLine(LifecycleEvent happened) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"{happened.Tick}.{happened.Micro} {happened.Kind} {PathOf(happened.Actor)} {happened.Detail}"
            )
            .TrimEnd();
}
