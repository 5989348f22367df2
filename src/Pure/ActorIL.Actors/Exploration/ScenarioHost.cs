using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Exploration;

/// <summary>A system that is run as a scenario says, and that knows afterwards how to be run so again.</summary>
public sealed class ScenarioHost
{
    private readonly Scenario _scenario;
    private readonly IRecordedSchedule? _schedule;

    /// <param name="scenario">Order and faults; those of the settings are replaced.</param>
    /// <param name="root">The root's behaviour.</param>
    /// <param name="settings">What else the run is made of.</param>
    public ScenarioHost(Scenario scenario, Behavior root, KernelSettings settings)
    {
        _scenario = scenario;
        _schedule = scenario.Order.Match<IRecordedSchedule?>(
            byKey: _ => null,
            atRandom: random => new RandomSchedule(random.Key),
            byPriority: order => new PrioritySchedule(order.Key, order.ChangeCount, order.ChoiceCount),
            given: given => new GivenSchedule(given.Choices.Items)
        );
        var faulty = settings with { Faults = new(scenario.Faults.Items) };
        Host = _schedule is { } schedule ? new(root, faulty, schedule) : new(root, faulty);
    }

    public SimulationHost Host { get; }

    /// <summary>How often the order had a choice so far; 0 where it is by key.</summary>
    public int ChoiceCount => _schedule?.ChoiceCount ?? 0;

    /// <summary>The scenario with the choices made so far in the place of how they were made.</summary>
    public Scenario Recorded =>
        _schedule is { } schedule
            ? _scenario with
            {
                Order = new DeliveryOrder.Given(new(schedule.Choices)),
            }
            : _scenario;
}
