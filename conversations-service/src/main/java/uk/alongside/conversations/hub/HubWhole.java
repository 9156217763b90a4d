package uk.alongside.conversations.hub;

import java.util.List;

/** A hub with its rooms and its future closures. */
record HubWhole(Hub hub, List<HubRoom> rooms, List<HubClosure> closures) {}
