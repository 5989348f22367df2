global using ActorIL.Testing;
