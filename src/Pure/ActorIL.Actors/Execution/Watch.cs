using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Execution;

/// <summary>A watch, on the watcher's side.</summary>
/// <param name="Target">Who is watched.</param>
/// <param name="Number">Tells it from an earlier watch of the same actor.</param>
/// <param name="Notice">The message it becomes.</param>
internal readonly record struct Watch(ActorId Target, long Number, object Notice);
