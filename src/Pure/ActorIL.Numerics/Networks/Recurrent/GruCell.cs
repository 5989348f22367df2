using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>Gates r, z, n with n = tanh(x W + b + r (h U + b)); h' = n + z (h - n).</summary>
internal static class GruCell
{
    /// <summary>From the gates' two sums to the new memory and the output.</summary>
    public static void Forward(scoped in CellForward cell)
    {
        var count = cell.Output.Length;
        var gates = cell.Gates;
        var switches = gates[..(2 * count)];
        var candidates = gates[(2 * count)..];
        var sums = new ElementSums(cell.HiddenSums[..(2 * count)], switches);
        ElementKernels.Run(in sums, 2 * count);
        VectorElementary.Sigmoid(switches, switches);

        cell.HiddenSums[(2 * count)..].CopyTo(cell.Inner);
        var recalled = new ProductSums(gates[..count], cell.Inner, candidates);
        ElementKernels.Run(in recalled, count);
        VectorElementary.Tanh(candidates, candidates);
        var memory = new GruMemory
        {
            Gates = gates,
            Old = cell.Hidden,
            New = cell.Output,
        };
        ElementKernels.Run(in memory, count);
        cell.Output.CopyTo(cell.Memory);
    }

    /// <summary>From the gradients by output and new memory to those by the gates' sums and the old memory.</summary>
    public static void Backward(scoped in CellBackward cell)
    {
        var gradient = new GruGradient(in cell);
        ElementKernels.Run(in gradient, cell.OutputGradient.Length);
    }
}
