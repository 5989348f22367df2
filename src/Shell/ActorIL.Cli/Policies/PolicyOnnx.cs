using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Traces;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Statistics;
using ActorIL.Storage.Onnx;

namespace ActorIL.Cli.Policies;

/// <summary>A policy as a model for other runtimes: view, normaliser, network, and the action it takes.</summary>
internal static class PolicyOnnx
{
    public const string Observations = "observations";
    public const string Memory = "memory";
    public const string MemoryNext = "memory_next";
    public const string Actions = "actions";
    public const string Logits = "logits";
    public const string Means = "means";

    /// <summary>The model of a saved policy.</summary>
    /// <param name="saved">What it is.</param>
    /// <param name="policy">How it acts.</param>
    public static OnnxModel Of(SavedPolicy saved, NetworkPolicy policy)
    {
        var (drawing, architecture) = (new OnnxDrawing(), policy.Architecture);
        var (network, memorySize) = (architecture.Network, architecture.MemorySize);
        var view = new OnnxView(drawing, architecture, Memory);
        var features = view.See(Observations);
        var normalized = Normalized(drawing, saved.Snapshot.Normalizer, features);
        var layers = new OnnxLayers(
            drawing,
            network,
            saved.Snapshot.Parameters.Values[..network.ParameterCount].ToArray(),
            network.MemoryCount > 0
                ? drawing.Columns("network_memory", Memory, architecture.ViewMemorySize, network.MemoryCount)
                : ""
        );
        var head = layers.Draw(normalized);
        var outputs = policy.Actions.Match(
            discrete: discrete => Discrete(drawing, head, discrete),
            box: box => Box(drawing, head, box),
            product: _ => throw new InvalidOperationException("No policy has a product of spaces for actions.")
        );
        ImmutableArray<OnnxPort> inputs = [new(Observations, OnnxItem.Single, [policy.Observations.Size])];
        if (memorySize > 0)
        {
            var memories = view.Memories(features, () => Taken(drawing, architecture.IsDiscrete));
            _ = drawing.Node("Identity", MemoryNext, drawing.Join("memories", memories.AddRange(layers.Memories)));
            inputs = inputs.Add(new(Memory, OnnxItem.Single, [memorySize]));
            outputs = outputs.Add(new(MemoryNext, OnnxItem.Single, [memorySize]));
        }

        return new()
        {
            Name = $"{saved.EnvironmentId} {saved.Stage}",
            ProducerVersion = CodeIdentity.Version,
            Inputs = inputs,
            Outputs = outputs,
            Nodes = drawing.Nodes,
            Tensors = drawing.Tensors,
            Metadata = ImmutableSortedDictionary
                .Create<string, string>(StringComparer.Ordinal)
                .Add("environment", saved.EnvironmentId)
                .Add("stage", saved.Stage)
                .Add("policy_digest", DemonstrationRecord.DigestOf(saved.Snapshot)),
        };
    }

    private static string Normalized(OnnxDrawing drawing, Standardization? normalizer, string features)
    {
        if (normalizer is null)
        {
            return features;
        }

        var means = drawing.Constant("normalizer.means", normalizer.Means.AsSpan());
        var factors = drawing.Constant("normalizer.factors", normalizer.Factors.AsSpan());
        var least = drawing.Number("normalizer.least", -normalizer.Clip);
        var most = drawing.Number("normalizer.most", normalizer.Clip);
        var centred = drawing.Node("Sub", "centred", features, means);
        var scaled = drawing.Node("Mul", "scaled", centred, factors);
        return drawing.Node("Clip", "normalized", scaled, least, most);
    }

    private static ImmutableArray<OnnxPort> Discrete(OnnxDrawing drawing, string head, Space.Discrete space)
    {
        var logits = drawing.Node("Identity", Logits, head);
        _ = drawing.Node("ArgMax", Actions, [logits], [new OnnxSetting("axis", 1), new OnnxSetting("keepdims", 0)]);
        return [new OnnxPort(Actions, OnnxItem.Int64, []), new OnnxPort(Logits, OnnxItem.Single, [space.Count])];
    }

    // Clip takes one bound for all components; Min and Max take one for each.
    private static ImmutableArray<OnnxPort> Box(OnnxDrawing drawing, string head, Space.Box space)
    {
        var means = drawing.Node("Identity", Means, head);
        var low = drawing.Constant("low", space.Low.AsSpan());
        var high = drawing.Constant("high", space.High.AsSpan());
        var above = drawing.Node("Max", "at_least_low", means, low);
        _ = drawing.Node("Min", Actions, above, high);
        return [.. new[] { Actions, Means }.Select(name => new OnnxPort(name, OnnxItem.Single, [space.Size]))];
    }

    // An index as a row of one float; 1 is the number of floats in the format's list of types.
    private static string Taken(OnnxDrawing drawing, bool isDiscrete)
    {
        if (!isDiscrete)
        {
            return Actions;
        }

        var floats = drawing.Node("Cast", "action_number", [Actions], [new OnnxSetting("to", 1)]);
        return drawing.Node("Unsqueeze", "action_row", floats, drawing.Indices("action_axis", 1));
    }
}
