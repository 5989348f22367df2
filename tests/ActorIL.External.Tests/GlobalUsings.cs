global using static System.FormattableString;
global using ActorIL.Testing;
