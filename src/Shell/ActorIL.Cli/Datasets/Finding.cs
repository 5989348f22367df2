namespace ActorIL.Cli.Datasets;

/// <summary>Something in a data set that should not be.</summary>
/// <param name="Place">Array, row and component, or the key of the sidecar.</param>
/// <param name="Found">What is there.</param>
/// <param name="Wanted">What belongs there.</param>
internal sealed record Finding(string Place, string Found, string Wanted);
