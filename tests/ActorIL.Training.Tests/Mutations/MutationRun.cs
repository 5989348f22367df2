using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Fields;
using ActorIL.Hosting;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>The deliveries of one run of a small system, and the paths of its actors.</summary>
internal sealed record MutationRun(ImmutableArray<Delivery> Deliveries, ImmutableSortedDictionary<ulong, string> Paths)
{
    public static MutationRun Simulate(Behavior root)
    {
        var log = new Log();
        Simulate(root, log);
        return log.Run;
    }

    /// <summary>The same for whoever watches; the host, which has come to its end.</summary>
    public static IActorHost Simulate(Behavior root, IRunObserver observer)
    {
        var host = new SimulationHost(root, Settings(observer));
        host.Run();
        return host;
    }

    /// <summary>The same with as much changed around it as can be changed within a process.</summary>
    public static MutationRun SimulateElsewhere(Behavior root)
    {
        var log = new Log();
        SimulateElsewhere(root, log, _ => { });
        return log.Run;
    }

    /// <summary>The same for whoever watches.</summary>
    /// <param name="root">The system.</param>
    /// <param name="observer">Who watches.</param>
    /// <param name="afterwards">Is given the host, which has come to its end.</param>
    public static void SimulateElsewhere(Behavior root, IRunObserver observer, Action<IActorHost> afterwards)
    {
        var thread = new Thread(() =>
        {
            CultureInfo.CurrentCulture = OtherCulture();
            using var host = new ParallelHost(root, Settings(observer), workerCount: 4);
            host.Run(_ => false);
            afterwards(host);
        });
        GC.Collect();
        var before = Environment.GetEnvironmentVariable(MutationList.Variable);
        Environment.SetEnvironmentVariable(MutationList.Variable, "elsewhere");
        thread.Start();
        thread.Join();
        Environment.SetEnvironmentVariable(MutationList.Variable, before);
    }

    /// <summary>What a delivery is in a line of text: who sent it, and what goes into the chain.</summary>
    public string Line() =>
        string.Join(
            ' ',
            Deliveries.Select(delivery =>
                string.Create(CultureInfo.InvariantCulture, $"{delivery.SentAs.From}:{delivery.EntryHash:x16}")
            )
        );

    /// <summary>The deliveries of such a line, as far as a comparison needs them.</summary>
    public static ImmutableArray<Delivery> Read(string line) =>
        [
            .. line.Split(' ')
                .Select(word => word.Split(':'))
                .Select(
                    (word, index) =>
                        new Delivery() with
                        {
                            Ordinal = index + 1,
                            SentAs = default(ActorIL.Actors.Ordering.EnvelopeKey) with
                            {
                                From = new(Hexadecimal(word[0])),
                            },
                            EntryHash = Hexadecimal(word[1]),
                        }
                ),
        ];

    public static KernelSettings Settings(params ImmutableArray<IRunObserver> observers) =>
        new(Seed: 1) { RootName = ReadingRoot.Name, Observers = observers };

    private static CultureInfo OtherCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }

    private static ulong Hexadecimal(string text) =>
        ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed class Log : IRunObserver
    {
        private readonly List<Delivery> _deliveries = [];
        private readonly SortedDictionary<ulong, string> _paths = [];

        public MutationRun Run => new([.. _deliveries], _paths.ToImmutableSortedDictionary());

        public void AfterRound(in RoundReport report)
        {
            foreach (var happened in report.Events)
            {
                if (happened.Kind == LifecycleKind.Started)
                {
                    _paths[happened.Actor.Value] = happened.Detail;
                }
            }

            _deliveries.AddRange(report.Deliveries);
        }
    }
}
