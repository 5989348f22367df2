using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>Every planted kind, each in the left or the right stage of the same system.</summary>
internal static class MutationList
{
    /// <summary>A variable whose value the two runs do not share.</summary>
    public const string Variable = "ACTORIL_MUTATION";

    // A generator of the platform that actors share is the mistake itself.
#pragma warning disable CA5394
    private static readonly Func<int> NextShared = new Random(1).Next;
#pragma warning restore CA5394
    private static readonly float[] Buffer = new float[16];
    private static readonly Dictionary<int, float> Kept = [];
    private static long _counter;

    [ThreadStatic]
    private static long _threadCounter;

    public static ImmutableArray<Mutation> All { get; } =
    [
        Text("clock", "left", _ => Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture)),
        Text("wall clock", "right", _ => DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture)),
        Text("guid", "left", _ => Guid.NewGuid().ToString()),
        Text("hash of a string", "right", reading => Number(reading.Text.GetHashCode(StringComparison.Ordinal))),
        Text(
            "order of an immutable hash set",
            "left",
            reading => string.Join(' ', ImmutableHashSet.Create(Words(reading)))
        ),
        Text("combined hash", "right", reading => Number(HashCode.Combine(reading.Step, reading.Text))),
        Text("identity hash", "left", _ => Number(RuntimeHelpers.GetHashCode(new object()))),
        Text("thread id", "right", _ => Number(Environment.CurrentManagedThreadId)),
        Text("thread-static state", "left", _ => Number(++_threadCounter)),
        Text("process id", "right", _ => Number(Environment.ProcessId)),
        Text("processor count", "left", _ => Number(Environment.ProcessorCount)),
        Text("environment variable", "right", _ => Environment.GetEnvironmentVariable(Variable) ?? ""),
        Text("culture", "left", reading => reading.Values[1].ToString("F2", CultureInfo.CurrentCulture)),
        Text("static counter", "right", _ => Number(++_counter)),
        Text("shared generator", "left", _ => Number(NextShared())),
        Text("garbage collections", "right", _ => Number(GC.CollectionCount(GC.MaxGeneration))),
        Values("unordered parallel reduction", "left", reading => [UnorderedSum(reading.Values)]),
        Values("vector width", "right", reading => [VectorSum(reading.Values.AsSpan())]),
        Values("reused buffer", "left", reading => AddToBuffer(reading.Values)),
        Values("order of a dictionary after removals", "right", DictionaryOrder),
    ];

    /// <summary>The same system without a mistake.</summary>
    public static ReadingRoot Honest { get; } = new("left", ReadingRoot.Honest);

    private static Mutation Text(string name, string culprit, Func<Reading, string> text) =>
        Of(name, culprit, reading => ReadingRoot.Honest(reading) with { Text = text(reading) });

    private static Mutation Values(string name, string culprit, Func<Reading, ImmutableArray<float>> values) =>
        Of(name, culprit, reading => ReadingRoot.Honest(reading) with { Values = values(reading) });

    private static Mutation Of(string name, string culprit, Func<Reading, Reading> work) =>
        new(name, new ReadingRoot(culprit, work), $"/{ReadingRoot.Name}/{culprit}");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string[] Words(Reading reading) =>
        [.. Enumerable.Range(0, 20).Select(index => $"{reading.Text} {Number(index)}")];

    /// <summary>Threads add up their parts in the order in which they come to it.</summary>
    private static float UnorderedSum(ImmutableArray<float> values)
    {
        const int ThreadCount = 16;
        var (sum, gate) = (0f, new Lock());
        using var start = new Barrier(ThreadCount);
        var threads = Enumerable
            .Range(0, ThreadCount)
            .Select(part => new Thread(() =>
            {
                start.SignalAndWait();
                for (var i = part; i < values.Length; i += ThreadCount)
                {
                    lock (gate)
                    {
                        sum += values[i];
                    }
                }
            }))
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return sum;
    }

    private static float VectorSum(ReadOnlySpan<float> values)
    {
        var lanes = Vector<float>.Zero;
        for (; values.Length >= Vector<float>.Count; values = values[Vector<float>.Count..])
        {
            lanes += new Vector<float>(values);
        }

        return Vector.Sum(lanes);
    }

    /// <summary>The buffer is taken to be empty, and is after the start of the program.</summary>
    private static ImmutableArray<float> AddToBuffer(ImmutableArray<float> values)
    {
        for (var i = 0; i < Buffer.Length; i++)
        {
            Buffer[i] += values[i];
        }

        return [.. Buffer];
    }

    /// <summary>What is removed leaves holes, which what is added fills from the last one.</summary>
    private static ImmutableArray<float> DictionaryOrder(Reading reading)
    {
        for (var key = 0; key < 4; key++)
        {
            Kept[key] = reading.Values[key];
        }

        ImmutableArray<float> order = [.. Kept.Keys.Select(key => (float)key)];
        for (var key = 0; key < 4 && reading.Step == 3; key++)
        {
            Kept.Remove(key);
        }

        return order;
    }
}
