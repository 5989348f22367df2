namespace ActorIL.Plugins;

/// <summary>What an entry of a plug-in is. Names differ within a kind; two kinds may share one.</summary>
public enum EntryKind
{
    Environment,
    Host,
    Algorithm,
    QueryStrategy,
    RolloutStage,
    LabelStage,
    Controller,
}
