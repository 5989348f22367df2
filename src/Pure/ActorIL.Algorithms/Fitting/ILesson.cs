namespace ActorIL.Algorithms.Fitting;

/// <summary>Data as something to take gradient steps on. Working memory of one caller, given back at the end.</summary>
internal interface ILesson : IDisposable
{
    /// <summary>Items that a pass goes through, ≥ 1.</summary>
    int ItemCount { get; }

    /// <summary>The mean loss over some items.</summary>
    /// <param name="parameters">Flat.</param>
    /// <param name="items">Each in [0, <see cref="ItemCount"/>), at most as many as the batch size.</param>
    /// <param name="gradient">Written, the parameters' shape; 0 for what the lesson does not teach.</param>
    /// <returns>In the unit of the loss.</returns>
    float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<int> items, Span<float> gradient);
}
