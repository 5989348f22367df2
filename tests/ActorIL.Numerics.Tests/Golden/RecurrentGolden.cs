using ActorIL.Core.Prelude;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Tests.Networks;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>
/// lstm and gru: one layer over time, its final memory, its loss and every gradient. The files have the batch outside,
/// this product has time outside.
/// </summary>
internal static class RecurrentGolden
{
    public static void CheckLstm(GoldenFile file) =>
        Check(file, (inputs, hidden) => new Layer.Lstm(inputs, hidden), ["h0", "c0"], ["final_h", "final_c"]);

    public static void CheckGru(GoldenFile file) =>
        Check(file, (inputs, hidden) => new Layer.Gru(inputs, hidden), ["h0"], ["final_h"]);

    private static void Check(GoldenFile file, Func<int, int, Layer> layer, string[] initials, string[] finals)
    {
        var hiddenCount = file.Shape("h0")[2];
        var (batchCount, timeCount, inputCount) = (file.Shape("x")[0], file.Shape("x")[1], file.Shape("x")[2]);
        var specification = NetworkSpecification.Create(inputCount, [layer(inputCount, hiddenCount)]).Require();
        Assert.Equal(initials.Length * hiddenCount, specification.MemoryCount);
        var parameters = new float[specification.ParameterCount];
        ParameterLayout.Import(specification, file.Flat("params"), parameters);
        var shape = new SequenceShape(timeCount, batchCount);
        var input = Swap(file.Array("x"), batchCount, timeCount);
        var memory = Swap([.. initials.SelectMany(file.Array)], initials.Length, batchCount);
        var noGradient = new float[shape.RowCount * hiddenCount];
        var forward = SequenceRun.Of(specification, parameters, shape, input, [], memory, noGradient);
        file.HoldsArray("out", Swap(forward.Output, timeCount, batchCount));
        var ends = Swap(forward.Memory, batchCount, finals.Length);
        for (var i = 0; i < finals.Length; i++)
        {
            file.HoldsArray(finals[i], ends.AsSpan(i * batchCount * hiddenCount, batchCount * hiddenCount));
        }

        var slopes = new float[forward.Output.Length];
        var target = Swap(file.Array("target"), batchCount, timeCount);
        file.HoldsNumber("loss", MeanSquaredError.Evaluate(forward.Output, target, slopes));
        var run = SequenceRun.Of(specification, parameters, shape, input, [], memory, slopes);
        var exported = new float[parameters.Length];
        ParameterLayout.Export(specification, run.ParameterGradient, exported);
        file.HoldsFlat("grads", exported);
        file.HoldsArray("grad_x", Swap(run.InputGradient, timeCount, batchCount));
    }

    // [outer, inner, columns] to [inner, outer, columns].
    private static float[] Swap(float[] values, int outer, int inner)
    {
        var rows = values.Chunk(values.Length / (outer * inner)).ToArray();
        return [.. Enumerable.Range(0, outer * inner).SelectMany(i => rows[(i % outer * inner) + (i / outer)])];
    }
}
