namespace ActorIL.Actors.Supervision;

/// <summary>Whom Restart and Stop concern.</summary>
public enum SupervisionScope
{
    /// <summary>The child that failed.</summary>
    OneForOne,

    /// <summary>All children of the parent. Resume and Escalate still concern the failed one only.</summary>
    AllForOne,
}
