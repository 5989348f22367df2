namespace ActorIL.Numerics.Products;

/// <summary>What tiles one under another share: two vectors of columns of B, over a run of steps.</summary>
internal readonly ref struct TileBlock
{
    /// <summary>B at the first step of the run, first column of the first vector.</summary>
    public readonly ref readonly float RightFirst;

    /// <summary>The same for the second vector.</summary>
    public readonly ref readonly float RightSecond;

    public TileBlock(ref readonly float rightFirst, ref readonly float rightSecond)
    {
        RightFirst = ref rightFirst;
        RightSecond = ref rightSecond;
    }

    /// <summary>From one step of B to the next.</summary>
    public required nuint RightStride { get; init; }

    /// <summary>First column of the first vector in the result.</summary>
    public required nuint First { get; init; }

    /// <summary>First column of the second vector; the two may overlap.</summary>
    public required nuint Second { get; init; }

    /// <summary>First step of the run.</summary>
    public required nuint Start { get; init; }

    /// <summary>Whether sums go on from what the result holds, instead of from initial values.</summary>
    public required bool Resumes { get; init; }

    /// <summary>Steps of the run.</summary>
    public required nuint StepCount { get; init; }
}
