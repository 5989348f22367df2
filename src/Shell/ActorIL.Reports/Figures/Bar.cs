namespace ActorIL.Reports.Figures;

/// <summary>One bar with the interval of its value.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">Its length, from 0.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Ink">Which colour, from 0.</param>
public sealed record Bar(string Name, double Value, double Low, double High, int Ink);
