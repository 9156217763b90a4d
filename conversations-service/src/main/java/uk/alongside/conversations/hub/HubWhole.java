package uk.alongside.conversations.hub;

import java.util.List;

/** A hub with its rooms and its closures to come. */
record HubWhole(Hub hub, List<HubRoom> rooms, List<HubClosure> closures) {}
