using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Configuration;
using ActorIL.Environments.Outside;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments;

/// <summary>One environment of a catalog with what comes with it.</summary>
public sealed record EnvironmentEntry
{
    /// <param name="module">
    /// The environment; without a controller, a measure of danger, a perturbation and Gymnasium's starts until they
    /// are added.
    /// </param>
    public EnvironmentEntry(EnvironmentModule module)
    {
        Module = module;
        Controller = Result.Failure<IPolicy, Error>(
            new(module.Id, "no scripted controller", "one in its catalog entry", "Train the expert instead.")
        );
        Danger = Result.Failure<IDangerMeasure, Error>(
            new(module.Id, "no measure of danger", "one in its catalog entry", "Ask for labels in another way.")
        );
        Perturbation = Result.Failure<IPerturbation, Error>(
            new(
                module.Id,
                "no perturbation",
                "one in its catalog entry",
                "Score the policy without perturbed episodes."
            )
        );
        GymnasiumSeeded = Result.Failure<EnvironmentModule, Error>(
            new(module.Id, "no Gymnasium counterpart", "one in its catalog entry", "Use the default seeding.")
        );
    }

    public EnvironmentModule Module { get; private init; }

    /// <summary>Name and version, such as CartPole-v1.</summary>
    public string Id => Module.Id;

    /// <summary>The hand-written experts to choose from, the first of which is the usual one.</summary>
    public EquatableArray<NamedController> Controllers { get; private init; } = [];

    /// <summary>The hand-written expert, or an error that says there is none.</summary>
    public Result<IPolicy, Error> Controller { get; private init; }

    /// <summary>How near to losing the task an observation is, or an error that says nobody knows.</summary>
    public Result<IDangerMeasure, Error> Danger { get; private init; }

    /// <summary>Wide starts, pushes and what recovery is, or an error that says nobody defined them.</summary>
    public Result<IPerturbation, Error> Perturbation { get; private init; }

    /// <summary>Virtual seconds of one step, &gt; 0: what the time line of a trace counts in.</summary>
    public double StepSeconds { get; private init; } = 0.001;

    /// <summary>The same environment with Gymnasium's start states, each key's value being the seed.</summary>
    public Result<EnvironmentModule, Error> GymnasiumSeeded { get; private init; }

    /// <summary>What the program said that runs it in another process; null for an environment of this one.</summary>
    public ExternalIdentity? Outside => ExternalModules.IdentityOf(Module);

    /// <summary>Episodes that are best run side by side, ≥ 1: memory and speed, never results.</summary>
    public int EpisodeBatchCountMax { get; private init; } = EpisodeBudget.BatchCountUsual;

    /// <summary>The parameters that were set, in the order they were given; empty for the shipped ones.</summary>
    public EquatableArray<ParameterSetting> Settings { get; private init; } = [];

    /// <summary>The environment as it is and what is seen of it; null where all of it is.</summary>
    private (EnvironmentEntry Whole, ObservationView View)? Sight { get; init; }

    private Equipment? Company { get; init; }

    /// <summary>Controllers that others than the environment's author added.</summary>
    private EquatableArray<GuestController> Guests { get; init; } = [];

    /// <summary>An environment whose company depends on its parameters, so that it fits whatever is set.</summary>
    /// <param name="module">The environment with its shipped parameters.</param>
    /// <param name="equip">Adds what comes with it, given the parameters.</param>
    public static EnvironmentEntry Of<TEnvironment, TParams, TState>(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        Func<TParams, EnvironmentEntry, EnvironmentEntry> equip
    )
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState> =>
        equip(module.Parameters, new EnvironmentEntry(module)) with
        {
            Company = new Equipment<TEnvironment, TParams, TState>(equip),
        };

    /// <summary>This environment with some of its parameters set.</summary>
    /// <param name="settings">Each name at most once; nothing for the entry as it is.</param>
    /// <returns>The entry, or everything that is wrong; <see cref="Error.Where"/> is the parameter's name.</returns>
    public Result<EnvironmentEntry, ImmutableArray<Error>> Configure(ImmutableArray<ParameterSetting> settings) =>
        settings.IsEmpty ? Result.Success<EnvironmentEntry, ImmutableArray<Error>>(this)
        : Sight is { } sight
            ? sight
                .Whole.Configure(settings)
                .Then(whole => whole.SeenBy(sight.View).MapError(static error => ImmutableArray.Create(error)))
        : EnvironmentParameters
            .Set(Module, settings)
            .Map(module =>
                Guests.Aggregate(
                    (Company?.Equip(module) ?? Refit(module)) with
                    {
                        Settings = new(settings),
                    },
                    static (entry, guest) => entry.WithGuest(guest.Name, guest.Create)
                )
            );

    /// <summary>
    /// This environment as every agent sees it, the teacher too: only a part, with the previous action, or several
    /// frames. It has another name, for policies of the one do not fit the other, and neither controllers nor a
    /// measure of danger, for those read whole observations.
    /// </summary>
    /// <param name="view">What is shown; the full one changes nothing.</param>
    /// <returns>The entry, or why the environment cannot be seen so.</returns>
    public Result<EnvironmentEntry, Error> SeenBy(ObservationView view) =>
        PartialObservations
            .Of(this, view)
            .Map(entry => view.IsFull ? entry : (entry with { Sight = (this, view), Settings = Settings }).Blind());

    /// <summary>
    /// This environment with every observation held against its space, for environments nobody knows.
    /// </summary>
    public EnvironmentEntry Guarded() =>
        this with
        {
            Module = Module with { IsGuarded = true },
            GymnasiumSeeded = GymnasiumSeeded.Map(static module => module with { IsGuarded = true }),
        };

    public EnvironmentEntry WithController(IPolicy controller) =>
        this with
        {
            Controller = Result.Success<IPolicy, Error>(controller),
        };

    /// <summary>One more to choose from; the first one is the expert until another is chosen.</summary>
    /// <param name="name">One word, unlike those of the others.</param>
    /// <param name="controller">How it acts.</param>
    public EnvironmentEntry WithController(string name, IPolicy controller) =>
        (Controllers.Count == 0 ? WithController(controller) : this) with
        {
            Controllers = new([.. Controllers, new NamedController(name, controller)]),
        };

    /// <summary>One more to choose from, by somebody else than the environment's author.</summary>
    /// <param name="name">One word, unlike those of the others.</param>
    /// <param name="create">Makes it for the environment as it is configured; of its spaces.</param>
    public EnvironmentEntry WithGuest(string name, Func<EnvironmentModule, IPolicy> create) =>
        WithController(name, create(Module)) with
        {
            Guests = new([.. Guests, new GuestController(name, create)]),
        };

    /// <summary>This environment with the controller of that name as its expert.</summary>
    /// <param name="name">Of one of <see cref="Controllers"/>; empty for the usual one.</param>
    public Result<EnvironmentEntry, Error> WithControllerNamed(string name) =>
        name.Length == 0 ? Controller.Map(_ => this)
        : Controllers.FirstOrDefault(known => known.Name == name) is { } found
            ? Result.Success<EnvironmentEntry, Error>(WithController(found.Policy))
        : Result.Failure<EnvironmentEntry, Error>(UnknownController(name));

    public EnvironmentEntry WithDanger(IDangerMeasure danger) =>
        this with
        {
            Danger = Result.Success<IDangerMeasure, Error>(danger),
        };

    /// <param name="perturbation">
    /// Of this environment's state, <see cref="Combinators.TimeLimitedPerturbation{TState}"/> under a time limit.
    /// </param>
    /// <exception cref="ArgumentException">It is of another state; the message shows both.</exception>
    public EnvironmentEntry WithPerturbation(IPerturbation perturbation)
    {
        Module.Open(new PerturbationCheck(perturbation));
        return this with { Perturbation = Result.Success<IPerturbation, Error>(perturbation) };
    }

    public EnvironmentEntry WithStepSeconds(double seconds) =>
        this with
        {
            StepSeconds = seconds is > 0 and <= 1e6
                ? seconds
                : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "Wanted more than 0, at most 1e6."),
        };

    public EnvironmentEntry WithGymnasiumSeeded(EnvironmentModule module) =>
        this with
        {
            GymnasiumSeeded = Result.Success<EnvironmentModule, Error>(module),
        };

    /// <summary>An environment in another process with instances that can be stepped.</summary>
    public EnvironmentEntry Connected(ExternalInstances instances) =>
        this with
        {
            Module = ExternalModules.Connect(Module, instances),
            EpisodeBatchCountMax = Math.Min(EpisodeBatchCountMax, instances.ExchangeCountMax),
        };

    private Error UnknownController(string name)
    {
        var names = Controllers.Select(static known => known.Name).ToImmutableArray();
        var remedy = NearestName.TryFind(name, names, out var nearest)
            ? $"Did you mean '{nearest}'?"
            : $"`actoril env describe {Id}` lists them.";
        return new(
            Id,
            $"'{name}'",
            names.IsEmpty ? "the empty name: this environment has no named controllers" : string.Join(" or ", names),
            remedy
        );
    }

    private EnvironmentEntry Blind() =>
        this with
        {
            Controller = Result.Failure<IPolicy, Error>(
                new(
                    Module.Id,
                    "a scripted controller, which reads whole observations",
                    "one that sees what environment.view shows",
                    "Train the expert with expert.kind = ppo, or hide things from students alone with student.view."
                )
            ),
            Danger = Result.Failure<IDangerMeasure, Error>(
                new(
                    Module.Id,
                    "a measure of danger, which reads whole observations",
                    "one that sees what environment.view shows",
                    "Ask for labels in another way, or hide things from students alone with student.view."
                )
            ),
        };

    /// <summary>Keeps the company that does not say how it depends on parameters, where the spaces still fit.</summary>
    private EnvironmentEntry Refit(EnvironmentModule module)
    {
        var bare = new EnvironmentEntry(module).WithStepSeconds(StepSeconds);
        var fitting = Module.Observations == module.Observations && Module.Actions == module.Actions;
        return fitting
            ? bare with
            {
                Controller = Controller,
                Controllers = new([.. Controllers.Where(known => Guests.All(guest => guest.Name != known.Name))]),
                Danger = Danger,
                Perturbation = Perturbation,
            }
            : bare;
    }

    private abstract record Equipment
    {
        public abstract EnvironmentEntry Equip(EnvironmentModule module);
    }

    // A record and no closure, so that entries made twice are equal.
    private sealed record Equipment<TEnvironment, TParams, TState>(
        Func<TParams, EnvironmentEntry, EnvironmentEntry> Company
    ) : Equipment
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        public override EnvironmentEntry Equip(EnvironmentModule module) =>
            Of((EnvironmentModule<TEnvironment, TParams, TState>)module, Company);
    }
}
