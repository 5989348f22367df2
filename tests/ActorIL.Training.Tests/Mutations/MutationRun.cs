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
        new SimulationHost(root, Settings(log)).Run();
        return log.Run;
    }

    /// <summary>The same with as much changed around it as can be changed within a process.</summary>
    public static MutationRun SimulateElsewhere(Behavior root)
    {
        var log = new Log();
        var thread = new Thread(() =>
        {
            CultureInfo.CurrentCulture = OtherCulture();
            using var host = new ParallelHost(root, Settings(log), workerCount: 4);
            host.Run(_ => false);
        });
        GC.Collect();
        var before = Environment.GetEnvironmentVariable(MutationList.Variable);
        Environment.SetEnvironmentVariable(MutationList.Variable, "elsewhere");
        thread.Start();
        thread.Join();
        Environment.SetEnvironmentVariable(MutationList.Variable, before);
        return log.Run;
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

    private static KernelSettings Settings(Log log) => new(Seed: 1) { RootName = ReadingRoot.Name, Observers = [log] };

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
