using ActorIL.Core.Fields;

namespace ActorIL.Storage.Traces;

/// <summary>The topics of a trace: one for each role and message type, and the trace's own.</summary>
public static class TraceTopics
{
    /// <summary>States of all actors at update boundaries.</summary>
    public const string Digests = "/actoril/digests";

    /// <summary>The running chain at the end of each chunk.</summary>
    public const string Chain = "/actoril/chain";

    /// <summary>What happened to actors.</summary>
    public const string Lifecycle = "/actoril/lifecycle";

    /// <summary>Contents of parameter blocks.</summary>
    public const string Blocks = "/actoril/blocks";

    /// <summary>How the run ended.</summary>
    public const string Ending = "/actoril/ending";

    /// <summary>What the metadata of a channel of deliveries calls the role's name and version.</summary>
    public const string RoleKey = "role";

    /// <summary>What the metadata of a channel of deliveries calls the message's name and version.</summary>
    public const string MessageKey = "message";

    /// <summary>
    /// Deliveries of one type of message to actors of one role, as in /environment-block/block-message.
    /// </summary>
    public static string Deliveries(TypeName role, TypeName message) => $"/{role.Name}/{message.Name}";
}
