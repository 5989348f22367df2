namespace ActorIL.Reports.Sketches;

/// <summary>What a shape is part of; each has its colour.</summary>
public enum SketchInk
{
    /// <summary>What does not move: floor, lane, limits.</summary>
    Ground,

    /// <summary>What moves.</summary>
    Body,

    /// <summary>What hangs on it: a pole, a rod.</summary>
    Limb,

    /// <summary>Where parts meet.</summary>
    Joint,

    /// <summary>What the policy does.</summary>
    Action,
}
